package io.handlekit.mock.internal.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A reader of PKCS12 key stores. */
public final class KeyStores {
    private KeyStores() {}

    /**
     * Returns the TLS context for the key and certificate in a PKCS12 file.
     *
     * @throws IllegalArgumentException if the file does not exist, is not a PKCS12 key store, has no private key, or
     *     the password is wrong
     */
    public static SSLContext open(Path file, char[] password) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            if (!hasKey(store)) {
                throw new IllegalArgumentException(file + ": the key store has no private key");
            }
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (NoSuchFileException missing) {
            throw new IllegalArgumentException(file + ": no such file", missing);
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new IllegalArgumentException(file + ": not a PKCS12 key store, or the password is wrong", unreadable);
        }
    }

    private static boolean hasKey(KeyStore store) throws GeneralSecurityException {
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                return true;
            }
        }
        return false;
    }
}
