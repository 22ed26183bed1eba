package com.prosynchub.service.asset;

/**
 * How much hangs below an asset.
 *
 * @param assets with the asset itself
 * @param capped whether there are more than were counted
 */
public record Subtree(int assets, boolean capped) {}
