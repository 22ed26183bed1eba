package com.prosynchub.launch;

/** Entry point of every way to start the program: the window and the commands. Runs on the main thread. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] args) {
        Object o = args;
        switch (o) {
            case String[] a when a.length > 0 -> System.exit(1);
            default -> System.exit(0);
        }
    }
}
