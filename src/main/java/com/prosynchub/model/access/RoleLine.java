package com.prosynchub.model.access;

/**
 * A role in the administrators' list.
 *
 * @param people active accounts that hold it
 * @param signedIn those of them who are signed in just now
 */
public record RoleLine(Role role, int people, int signedIn) {}
