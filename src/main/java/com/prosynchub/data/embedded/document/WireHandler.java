package com.prosynchub.data.embedded.document;

import de.bwaldvogel.mongo.exception.MongoServerException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.DecoderException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the commands of one connection run by the workers, one after the other, and writes the replies. Its own state
 * belongs to the connection's event loop.
 */
final class WireHandler extends SimpleChannelInboundHandler<WireDecoder.Message> {
    private static final Logger LOG = LoggerFactory.getLogger(WireHandler.class);

    private final Commands commands;
    private final Executor workers;
    private final Deque<WireDecoder.Message> waiting = new ArrayDeque<>();
    private boolean busy;
    private int replies;

    WireHandler(Commands commands, Executor workers) {
        this.commands = commands;
        this.workers = workers;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, WireDecoder.Message message) {
        waiting.addLast(message);
        if (!busy) {
            next(context);
        }
    }

    private void next(ChannelHandlerContext context) {
        WireDecoder.Message message = waiting.pollFirst();
        busy = message != null;
        if (message != null) {
            try {
                workers.execute(() -> work(context, message));
            } catch (RejectedExecutionException e) {
                LOG.debug("server is closing", e);
                context.close();
            }
        }
    }

    private void work(ChannelHandlerContext context, WireDecoder.Message message) {
        Reply reply = reply(message);
        ByteBuf out = message.answered() ? encode(context, message, reply) : Unpooled.EMPTY_BUFFER;
        context.executor().execute(() -> {
            if (message.answered()) {
                context.writeAndFlush(out);
            }
            next(context);
        });
    }

    private Reply reply(WireDecoder.Message message) {
        MongoServerException problem = message.problem();
        if (problem != null) {
            return new Reply.Plain(Replies.failure(problem));
        }
        Request request = message.request();
        if (request == null) {
            return new Reply.Plain(Replies.failure(Errors.of(Errors.BAD_VALUE, "no command")));
        }
        try {
            return commands.run(request);
        } catch (MongoServerException e) {
            LOG.debug("command {} refused: {}", request.name(), e.getMessage());
            return new Reply.Plain(Replies.failure(e));
        } catch (ClassCastException | IllegalArgumentException | IndexOutOfBoundsException e) {
            LOG.debug("command {} can't be understood", request.name(), e);
            return new Reply.Plain(Replies.failure(
                    Errors.of(Errors.BAD_VALUE, "command " + request.name() + " can't be understood: " + e)));
        } catch (RuntimeException e) {
            LOG.error("command {} failed", request.name(), e);
            return new Reply.Plain(
                    Replies.failure(Errors.of(Errors.INTERNAL, "command " + request.name() + " failed: " + e)));
        }
    }

    private ByteBuf encode(ChannelHandlerContext context, WireDecoder.Message message, Reply reply) {
        ByteBuf out = context.alloc().buffer(1024);
        try {
            write(out, message, reply);
        } catch (RuntimeException e) {
            LOG.error("reply can't be encoded", e);
            out.clear();
            write(out, message, new Reply.Plain(Replies.failure(Errors.of(Errors.INTERNAL, String.valueOf(e)))));
        }
        return out;
    }

    private void write(ByteBuf out, WireDecoder.Message message, Reply reply) {
        out.writeIntLE(0);
        out.writeIntLE(++replies);
        out.writeIntLE(message.id());
        if (message.legacy()) {
            out.writeIntLE(WireDecoder.OP_REPLY);
            out.writeIntLE(8);
            out.writeLongLE(0);
            out.writeIntLE(0);
            out.writeIntLE(1);
        } else {
            out.writeIntLE(WireDecoder.OP_MSG);
            out.writeIntLE(0);
            out.writeByte(0);
        }
        reply.encode(out);
        out.setIntLE(0, out.writerIndex());
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof IOException || cause instanceof DecoderException) {
            LOG.info("connection {} ended: {}", context.channel().remoteAddress(), cause.getMessage());
        } else {
            LOG.error("connection {} failed", context.channel().remoteAddress(), cause);
        }
        context.close().addListener(done -> LOG.debug("connection closed"));
    }
}
