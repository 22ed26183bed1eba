package com.prosynchub.model.access;

import java.util.UUID;

/** What everybody may know of a colleague: the name. */
public record PersonName(UUID id, String name) {}
