package com.prosynchub.launch.wiring;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.TimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.LoggerFactory;

/** Opens the log file once the folder for it is known to be ours. Safe for all threads. */
public final class Logs {
    private static final AtomicBoolean OPEN = new AtomicBoolean();
    private static final int DAYS = 14;

    private Logs() {}

    /** Adds the file below the folder; a second call changes nothing. Two programs may write to the same file. */
    public static void open(Path folder) {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context) || !OPEN.compareAndSet(false, true)) {
            return;
        }
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX, UTC} %-5level [%thread] %logger{36} %msg%n");
        encoder.start();
        RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();
        file.setContext(context);
        file.setName("file");
        // A client that joined the stores of another writes to the same file; only this mode keeps lines whole then.
        file.setPrudent(true);
        file.setEncoder(encoder);
        TimeBasedRollingPolicy<ILoggingEvent> policy = new TimeBasedRollingPolicy<>();
        policy.setContext(context);
        policy.setParent(file);
        policy.setFileNamePattern(
                folder.resolve("prosynchub-%d{yyyy-MM-dd}.log").toString().replace('\\', '/'));
        policy.setMaxHistory(DAYS);
        policy.setTotalSizeCap(FileSize.valueOf("200MB"));
        policy.start();
        file.setRollingPolicy(policy);
        file.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(file);
    }
}
