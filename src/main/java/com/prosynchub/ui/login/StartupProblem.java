package com.prosynchub.ui.login;

/**
 * Why the program could not start.
 *
 * @param what what happened, one sentence
 * @param todo what the person can do
 * @param details technical text for the clipboard; never a secret
 */
public record StartupProblem(String what, String todo, String details) {}
