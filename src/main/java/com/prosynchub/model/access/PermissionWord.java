package com.prosynchub.model.access;

/** A permission and what it allows, in a few words. */
public record PermissionWord(Permission permission, String description) {}
