package io.handlekit.conformance.internal.server;

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

/** A self-signed certificate that no JDK trusts by default, made with this JDK's keytool. */
public final class TestCertificate {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final int BACKLOG = 50;

    private final KeyManagerFactory keys;
    private final TrustManagerFactory trusted;

    private TestCertificate(String host) {
        try {
            KeyStore store = keyStore(host);
            keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD);
            trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusted.init(store);
        } catch (GeneralSecurityException | IOException unmade) {
            throw new AssertionError("cannot make a test certificate", unmade);
        }
    }

    /** Returns the certificate of 127.0.0.1. */
    public static TestCertificate ofLoopback() {
        return Loopback.CERTIFICATE;
    }

    /** Returns a certificate for the host another.example, which no test server is. */
    public static TestCertificate ofAnotherHost() {
        return AnotherHost.CERTIFICATE;
    }

    /** Returns the URI with the scheme {@code https}. */
    public static URI secure(URI uri) {
        return URI.create(uri.toString().replaceFirst("^http:", "https:"));
    }

    /** Starts a server that presents this certificate. */
    public ScriptedServer server(ScriptedServer.Script script) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return new ScriptedServer(
                    context.getServerSocketFactory().createServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()),
                    script);
        } catch (GeneralSecurityException odd) {
            throw new AssertionError("this JVM does not support TLS", odd);
        }
    }

    /** Returns the key manager with the certificate's private key. */
    public X509KeyManager key() {
        return (X509KeyManager) keys.getKeyManagers()[0];
    }

    /** Returns a trust manager that trusts this certificate alone. */
    public X509TrustManager trust() {
        for (TrustManager manager : trusted.getTrustManagers()) {
            if (manager instanceof X509TrustManager trust) {
                return trust;
            }
        }
        throw new AssertionError("this JVM has no X509TrustManager");
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
            throw new UncheckedIOException(new IOException("keytool failed to make a certificate"));
        }
    }

    private static final class Loopback {
        static final TestCertificate CERTIFICATE = new TestCertificate("ip:127.0.0.1");
    }

    private static final class AnotherHost {
        static final TestCertificate CERTIFICATE = new TestCertificate("dns:another.example");
    }
}
