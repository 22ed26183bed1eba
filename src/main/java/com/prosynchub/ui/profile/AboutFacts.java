package com.prosynchub.ui.profile;

/**
 * Facts about this installation.
 *
 * @param version of the program
 * @param embedded whether the stores run beside the program, and not on servers
 * @param dataDirectory where the embedded stores keep their data; empty when they run on a server
 * @param logFile where the program writes its log; empty when unknown
 */
public record AboutFacts(String version, boolean embedded, String dataDirectory, String logFile) {}
