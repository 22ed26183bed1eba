package com.prosynchub.ui.login;

/** An account of the demo plant, offered on its sign-in screen; a real site never has any. */
public record DemoAccount(String username, String password, String role) {}
