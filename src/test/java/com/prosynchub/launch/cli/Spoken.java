package com.prosynchub.launch.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import picocli.CommandLine;

/**
 * What a command said and how it ended.
 *
 * @param exit the exit code
 * @param out standard output
 * @param err standard error
 */
record Spoken(int exit, String out, String err) {

    /** Runs the words in this process; opening the window is answered with 42. */
    static Spoken by(String... words) {
        return with(Map.of(), words);
    }

    /** The same in an environment of its own. */
    static Spoken with(Map<String, String> environment, String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = CommandProgram.line((config, demo) -> 42, environment, new PrintWriter(out, true));
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return new Spoken(line.execute(words), out.toString(), err.toString());
    }
}
