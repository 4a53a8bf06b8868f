package io.handlekit.conformance.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509KeyManager;
import javax.net.ssl.X509TrustManager;

/** A certificate that only who asks for it trusts, made by the keytool of this JDK. */
public final class TrialCertificate {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final int BACKLOG = 50;

    private final KeyManagerFactory keys;
    private final TrustManagerFactory trusted;

    private TrialCertificate(String host) {
        try {
            KeyStore store = keyStore(host);
            keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD);
            trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusted.init(store);
        } catch (GeneralSecurityException | IOException unmade) {
            throw new AssertionError("no certificate to try", unmade);
        }
    }

    /** The certificate of 127.0.0.1. */
    public static TrialCertificate ofLoopback() {
        return Loopback.CERTIFICATE;
    }

    /** The certificate of a host that nobody here is. */
    static TrialCertificate ofAnotherHost() {
        return AnotherHost.CERTIFICATE;
    }

    public static URI secure(URI uri) {
        return URI.create(uri.toString().replaceFirst("^http:", "https:"));
    }

    /** A server that shows this certificate. */
    public RudeServer server(RudeServer.Manners manners) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return new RudeServer(
                    context.getServerSocketFactory().createServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()),
                    manners);
        } catch (GeneralSecurityException odd) {
            throw new AssertionError("no TLS here", odd);
        }
    }

    /** The key behind it. */
    public X509KeyManager key() {
        return (X509KeyManager) keys.getKeyManagers()[0];
    }

    /** Who trusts it. */
    public X509TrustManager trust() {
        for (TrustManager manager : trusted.getTrustManagers()) {
            if (manager instanceof X509TrustManager trust) {
                return trust;
            }
        }
        throw new AssertionError("nobody here trusts certificates");
    }

    private static KeyStore keyStore(String host) throws IOException, GeneralSecurityException {
        Path folder = Files.createTempDirectory("handlekit");
        Path file = folder.resolve("server.p12");
        try {
            keytool(host, file);
            KeyStore store = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(file)) {
                store.load(in, PASSWORD);
            }
            return store;
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    private static void keytool(String host, Path file) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=server",
                "-ext",
                "SAN=" + host,
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.onExit().join().exitValue() != 0) {
            throw new UncheckedIOException(new IOException("keytool made no certificate"));
        }
    }

    private static final class Loopback {
        static final TrialCertificate CERTIFICATE = new TrialCertificate("ip:127.0.0.1");
    }

    private static final class AnotherHost {
        static final TrialCertificate CERTIFICATE = new TrialCertificate("dns:another.example");
    }
}
