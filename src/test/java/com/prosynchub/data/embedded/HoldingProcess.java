package com.prosynchub.data.embedded;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** A program that starts the embedded stores of a directory and holds them until it is ended. */
final class HoldingProcess {
    private HoldingProcess() {}

    public static void main(String[] args) throws InterruptedException {
        CompletableFuture<EmbeddedStores> stores = new CompletableFuture<>();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stores.join().close()));
        stores.complete(EmbeddedFixture.start(Path.of(args[0])));
        new CountDownLatch(1).await();
    }
}
