package com.prosynchub.data.embedded.document;

import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * The keys with which server and clients know each other: a certificate authority whose own key is forgotten at once, and
 * one certificate for each side. Files are readable by the owner only. Immutable, any thread.
 */
final class KeyMaterial {
    private static final String FOLDER = "document-server";
    private static final Duration RENEW = Duration.ofDays(30);
    private static final String PROTOCOL = "TLSv1.3";

    private final X509Certificate authority;
    private final Pair server;
    private final Pair client;

    /** A key and the certificate for it. */
    record Pair(PrivateKey key, X509Certificate certificate) {}

    KeyMaterial(X509Certificate authority, Pair server, Pair client) {
        this.authority = authority;
        this.server = server;
        this.client = client;
    }

    /** Reads the keys, or makes them if there are none yet or they soon expire. */
    static KeyMaterial openOrCreate(Path directory) {
        Path folder = directory.resolve(FOLDER);
        try {
            if (Files.isDirectory(folder)) {
                KeyMaterial known = read(folder);
                if (known.server
                        .certificate()
                        .getNotAfter()
                        .toInstant()
                        .isAfter(Instant.now().plus(RENEW))) {
                    return known;
                }
                delete(folder);
            }
            OwnerOnly.directory(directory);
            Path fresh = directory.resolve(FOLDER + "-" + UUID.randomUUID());
            OwnerOnly.directory(fresh);
            Certificates.create().write(fresh);
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
            return read(folder);
        } catch (IOException | GeneralSecurityException e) {
            throw new DocumentServerException("The keys of the document server in " + folder + " can't be used", e);
        }
    }

    /** Reads keys that a server has made. */
    static KeyMaterial open(Path directory) {
        Path folder = directory.resolve(FOLDER);
        try {
            return read(folder);
        } catch (IOException | GeneralSecurityException e) {
            throw new DocumentServerException("The keys of the document server in " + folder + " can't be read", e);
        }
    }

    private static KeyMaterial read(Path folder) throws IOException, GeneralSecurityException {
        return new KeyMaterial(certificate(folder.resolve("ca.der")), pair(folder, "server"), pair(folder, "client"));
    }

    private static Pair pair(Path folder, String name) throws IOException, GeneralSecurityException {
        PKCS8EncodedKeySpec key = new PKCS8EncodedKeySpec(Files.readAllBytes(folder.resolve(name + ".key")));
        return new Pair(KeyFactory.getInstance("EC").generatePrivate(key), certificate(folder.resolve(name + ".der")));
    }

    private static X509Certificate certificate(Path file) throws IOException, GeneralSecurityException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(file)));
    }

    void write(Path folder) throws IOException, GeneralSecurityException {
        OwnerOnly.write(folder.resolve("ca.der"), authority.getEncoded());
        write(folder, "server", server);
        write(folder, "client", client);
    }

    private static void write(Path folder, String name, Pair pair) throws IOException, GeneralSecurityException {
        OwnerOnly.write(folder.resolve(name + ".key"), pair.key().getEncoded());
        OwnerOnly.write(folder.resolve(name + ".der"), pair.certificate().getEncoded());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    SslContext serverContext() {
        try {
            return SslContextBuilder.forServer(server.key(), server.certificate(), authority)
                    .sslProvider(SslProvider.JDK)
                    .trustManager(authority)
                    .clientAuth(ClientAuth.REQUIRE)
                    .protocols(PROTOCOL)
                    .build();
        } catch (IOException e) {
            throw new DocumentServerException("TLS can't be set up", e);
        }
    }

    SSLContext clientContext() {
        try {
            char[] password = new char[0];
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(null, null);
            keys.setKeyEntry("client", client.key(), password, new Certificate[] {client.certificate(), authority});
            KeyManagerFactory identity = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            identity.init(keys, password);
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("ca", authority);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance(PROTOCOL);
            context.init(identity.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new DocumentServerException("TLS can't be set up", e);
        }
    }
}
