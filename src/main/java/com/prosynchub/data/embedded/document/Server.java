package com.prosynchub.data.embedded.document;

import de.bwaldvogel.mongo.bson.Document;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Commands about the server itself. Any thread. */
final class Server {
    private static final String VERSION = "5.0.0";
    private static final int WIRE_VERSION = 13;
    private static final int MAX_BATCH = 100_000;

    private final Clock clock;
    private final Instant started;
    private final Cursors cursors;

    Server(Clock clock, Cursors cursors) {
        this.clock = clock;
        this.started = clock.instant();
        this.cursors = cursors;
    }

    Document run(Request request, String name) {
        return switch (name) {
            case "hello" -> hello(new Document("isWritablePrimary", true));
            case "ismaster" -> hello(new Document("ismaster", true).append("helloOk", true));
            case "ping", "endsessions", "getlasterror" -> Replies.ok();
            case "buildinfo" ->
                Replies.ok(new Document("version", VERSION)
                        .append("gitVersion", "none")
                        .append("versionArray", List.of(5, 0, 0, 0))
                        .append("bits", 64)
                        .append("maxBsonObjectSize", Bson.MAX_DOCUMENT));
            case "whatsmyuri" ->
                Replies.ok(new Document(
                        "you",
                        request.channel().remoteAddress() instanceof InetSocketAddress address
                                ? address.getAddress().getHostAddress() + ":" + address.getPort()
                                : ""));
            case "serverstatus" -> status();
            case "connectionstatus" ->
                Replies.ok(new Document(
                        "authInfo",
                        new Document("authenticatedUsers", List.of()).append("authenticatedUserRoles", List.of())));
            default -> throw Errors.of(Errors.COMMAND_NOT_FOUND, "no such command: '" + request.name() + "'");
        };
    }

    private Document hello(Document reply) {
        return Replies.ok(reply.append("maxBsonObjectSize", Bson.MAX_DOCUMENT)
                .append("maxMessageSizeBytes", WireDecoder.MAX_MESSAGE)
                .append("maxWriteBatchSize", MAX_BATCH)
                .append("localTime", clock.instant())
                .append("minWireVersion", 0)
                .append("maxWireVersion", WIRE_VERSION)
                .append("readOnly", false));
    }

    private Document status() {
        long uptime = Duration.between(started, clock.instant()).toMillis();
        Document open = new Document("total", (long) cursors.open());
        return Replies.ok(new Document("version", VERSION)
                .append("process", "prosynchub document server")
                .append("pid", ProcessHandle.current().pid())
                .append("uptime", uptime / 1000.0)
                .append("uptimeMillis", uptime)
                .append("localTime", clock.instant())
                .append("metrics", new Document("cursor", new Document("open", open))));
    }
}
