package com.prosynchub.data.embedded.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A document server in a process of its own, to be killed. Arguments: JDBC URL, user, password, keys, file for the port. */
public final class ServerProcess {
    private ServerProcess() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        DocumentServerConfig config = new DocumentServerConfig(args[0], args[1], args[2], Path.of(args[3]), 0);
        try (DocumentServer server = DocumentServer.start(config)) {
            Path port = Path.of(args[4]);
            Path fresh = Path.of(args[4] + ".new");
            Files.writeString(fresh, Integer.toString(server.port()));
            Files.move(fresh, port, StandardCopyOption.ATOMIC_MOVE);
            Thread.currentThread().join();
        }
    }
}
