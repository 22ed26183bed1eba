package com.prosynchub.model.audit;

/**
 * One line of the feed as people read it.
 *
 * @param person who did it by name; empty where the name can not be read just now
 */
public record ActivityLine(Activity activity, String person) {}
