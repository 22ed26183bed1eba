package com.prosynchub.data.embedded.document;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import io.netty.util.concurrent.UnorderedThreadPoolEventExecutor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * MongoDB's wire protocol in front of a PostgreSQL database that belongs to it alone. Listens on the loopback address
 * only and talks to those only who hold the client key of {@link DocumentServerConfig#keyDirectory()}. Any thread.
 */
@SuppressWarnings("deprecation") // the executor that would replace the workers ties a task to one thread
public final class DocumentServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DocumentServer.class);
    private static final int EVENT_LOOPS = 2;
    private static final int WORKERS = 20;
    private static final int RENEW_SECONDS = 2;
    private static final int CLOSE_SECONDS = 5;

    private final Store store;
    private final EventLoopGroup loops;
    private final UnorderedThreadPoolEventExecutor workers;
    private final ChannelGroup clients;
    private final Channel listener;
    private final AtomicBoolean closed = new AtomicBoolean();

    private DocumentServer(
            Store store,
            EventLoopGroup loops,
            UnorderedThreadPoolEventExecutor workers,
            ChannelGroup clients,
            Channel listener) {
        this.store = store;
        this.loops = loops;
        this.workers = workers;
        this.clients = clients;
        this.listener = listener;
    }

    /**
     * Starts a server on daemon threads of its own.
     *
     * @throws DocumentServerException if the database can't be used (unreachable, served by another server, written by
     *     a newer version) or the keys can't be read or made
     */
    public static DocumentServer start(DocumentServerConfig config) {
        return start(config, new DefaultThreadFactory("document-server", true));
    }

    /** As {@link #start(DocumentServerConfig)}, with all threads made by the given factory. */
    public static DocumentServer start(DocumentServerConfig config, ThreadFactory threads) {
        SslContext tls = KeyMaterial.openOrCreate(config.keyDirectory()).serverContext();
        Store store = Store.open(config, threads);
        EventLoopGroup loops = new MultiThreadIoEventLoopGroup(EVENT_LOOPS, threads, NioIoHandler.newFactory());
        UnorderedThreadPoolEventExecutor workers = new UnorderedThreadPoolEventExecutor(WORKERS, threads);
        ChannelGroup clients = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
        boolean started = false;
        try {
            Commands commands = commands(store);
            ServerBootstrap bootstrap = new ServerBootstrap()
                    .group(loops)
                    .channel(NioServerSocketChannel.class)
                    .childOption(ChannelOption.TCP_NODELAY, Boolean.TRUE)
                    .childHandler(new Connection(tls, commands, workers, clients));
            ChannelFuture bound = bootstrap
                    .bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), config.port()))
                    .awaitUninterruptibly();
            if (!bound.isSuccess()) {
                throw new DocumentServerException(
                        "The document server can't listen on port " + config.port(), bound.cause());
            }
            DocumentServer server = new DocumentServer(store, loops, workers, clients, bound.channel());
            workers.scheduleWithFixedDelay(store::renewOwnership, RENEW_SECONDS, RENEW_SECONDS, TimeUnit.SECONDS);
            LOG.info("document server listens on port {}", server.port());
            started = true;
            return server;
        } finally {
            if (!started) {
                stop(loops, workers);
                store.close();
            }
        }
    }

    private static Commands commands(Store store) {
        Clock clock = Clock.systemUTC();
        Catalog catalog = new Catalog(store);
        Cursors cursors = new Cursors(clock);
        return new Commands(
                new Reads(store, catalog, cursors),
                new Writes(store, catalog),
                new Structure(store, catalog, cursors),
                new Server(clock, cursors));
    }

    /** The context with which a client, also of another process of the same user, may connect. */
    public static SSLContext clientSslContext(Path keyDirectory) {
        return KeyMaterial.open(keyDirectory).clientContext();
    }

    /** Port on 127.0.0.1. */
    public int port() {
        return ((InetSocketAddress) listener.localAddress()).getPort();
    }

    /** For MongoDB's driver, which needs {@link #clientSslContext} beside it. */
    public String connectionString() {
        return "mongodb://127.0.0.1:" + port() + "/?tls=true&uuidRepresentation=standard";
    }

    /** Ends all connections and leaves the database; what was answered is kept. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        listener.close().syncUninterruptibly();
        clients.close().awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
        stop(loops, workers);
        store.close();
        LOG.info("document server stopped");
    }

    private static void stop(EventLoopGroup loops, UnorderedThreadPoolEventExecutor workers) {
        workers.shutdownGracefully(0, CLOSE_SECONDS, TimeUnit.SECONDS)
                .awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
        loops.shutdownGracefully(0, CLOSE_SECONDS, TimeUnit.SECONDS)
                .awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
    }

    /** Sets up one client's connection, on its event loop. */
    private static final class Connection extends ChannelInitializer<SocketChannel> {
        private final SslContext tls;
        private final Commands commands;
        private final UnorderedThreadPoolEventExecutor workers;
        private final ChannelGroup clients;

        Connection(SslContext tls, Commands commands, UnorderedThreadPoolEventExecutor workers, ChannelGroup clients) {
            this.tls = tls;
            this.commands = commands;
            this.workers = workers;
            this.clients = clients;
        }

        @Override
        protected void initChannel(SocketChannel channel) {
            clients.add(channel);
            channel.pipeline()
                    .addLast(tls.newHandler(channel.alloc()))
                    .addLast(new WireDecoder())
                    .addLast(new WireHandler(commands, workers));
        }
    }
}
