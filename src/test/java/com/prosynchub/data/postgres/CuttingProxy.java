package com.prosynchub.data.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A line to the test server that can be cut at a COMMIT: before the server hears it, or before the client hears back. */
final class CuttingProxy implements AutoCloseable {
    private static final Pattern PREPARED = Pattern.compile("(S_\\d+)\0COMMIT\0");

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicReference<@Nullable Cut> cut = new AtomicReference<>();
    private final AtomicInteger cuts = new AtomicInteger();
    private final int target;

    CuttingProxy(int target) throws IOException {
        this.target = target;
        start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Arms one cut. */
    void cutNextCommit(Cut at) {
        cut.set(at);
    }

    int cuts() {
        return cuts.get();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = door.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                start(() -> forward(client, server));
                start(() -> back(server, client));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void forward(Socket client, Socket server) {
        byte[] buffer = new byte[65_536];
        String commitName = "COMMIT";
        try (client;
                server) {
            InputStream in = client.getInputStream();
            OutputStream out = server.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                String sent = new String(buffer, 0, n, StandardCharsets.ISO_8859_1);
                Matcher prepared = PREPARED.matcher(sent);
                commitName = prepared.find() ? prepared.group(1) : commitName;
                // The driver prepares its COMMIT at the first use and afterwards only names it.
                boolean commit = sent.contains("COMMIT") || sent.contains("\0" + commitName + "\0");
                Cut now = commit ? cut.getAndSet(null) : null;
                cuts.addAndGet(now == null ? 0 : 1);
                if (now == Cut.BEFORE_THE_SERVER_HEARS) {
                    return;
                }
                if (now == Cut.BEFORE_THE_CLIENT_HEARS) {
                    client.shutdownOutput();
                }
                out.write(buffer, 0, n);
                out.flush();
            }
        } catch (IOException ended) {
            // either side went away
        }
    }

    private static void back(Socket server, Socket client) {
        try {
            server.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException ended) {
            // either side went away
        }
    }

    private static void start(Runnable work) {
        Thread.ofPlatform().daemon().name("cutting-proxy").start(work);
    }

    /** Where the line is cut. */
    enum Cut {
        BEFORE_THE_SERVER_HEARS,
        BEFORE_THE_CLIENT_HEARS
    }
}
