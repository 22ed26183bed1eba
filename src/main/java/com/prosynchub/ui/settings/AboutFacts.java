package com.prosynchub.ui.settings;

/**
 * Facts about this installation.
 *
 * @param version of the program
 * @param profile what it is connected to, in words
 * @param dataDirectory where the embedded stores keep their data; empty when they run on a server
 * @param logFile where the program writes its log; empty when unknown
 */
public record AboutFacts(String version, String profile, String dataDirectory, String logFile) {}
