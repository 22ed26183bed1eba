package com.prosynchub.ui.shell;

import com.prosynchub.ui.kit.theme.Appearance;

/**
 * What the shell shows that is no service.
 *
 * @param siteName empty while the site has none
 * @param version of the program
 * @param door for locking the window, and for the person who takes it over
 * @param signOut called when the person leaves, after unsaved work was asked about
 */
public record ShellOptions(String siteName, String version, Appearance appearance, ShellDoor door, Runnable signOut) {}
