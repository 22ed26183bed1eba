package com.prosynchub.ui.trends;

import com.prosynchub.model.asset.AssetNode;
import com.prosynchub.model.asset.AssetStatus;
import com.prosynchub.model.location.Location;
import com.prosynchub.model.page.PageRequest;
import com.prosynchub.service.asset.AssetService;
import com.prosynchub.service.location.LocationService;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A place of the plant as the wall shows it. Immutable.
 *
 * @param worst state of any asset there
 * @param worstName the asset that is in it, first by name
 * @param attention assets that are not running as they should
 * @param total all assets there
 */
public record WallArea(String name, AssetStatus worst, String worstName, int attention, int total) {
    private static final int MOST = 20_000;

    /** Worst first. Somebody works on what is under maintenance, so that it troubles less than what is off. */
    private static final List<AssetStatus> GRAVITY = List.of(
            AssetStatus.CRITICAL,
            AssetStatus.WARNING,
            AssetStatus.OFFLINE,
            AssetStatus.UNDER_MAINTENANCE,
            AssetStatus.OPERATIONAL);

    /** All places that have assets, worst first; an asset without a place stands where the one above it stands. Worker. */
    static List<WallArea> read(AssetService assets, LocationService locations) {
        Map<Integer, String> names = new HashMap<>();
        for (Location location : locations.all()) {
            names.put(location.id(), location.name());
        }
        Map<Integer, List<AssetNode>> standing = new HashMap<>();
        for (AssetNode root :
                assets.children(null, PageRequest.first(PageRequest.MAX_SIZE)).items()) {
            Map<UUID, Integer> places = new HashMap<>();
            for (AssetNode node : assets.subtree(root.id(), MOST)) {
                Integer own = node.locationId();
                Integer place = own != null ? own : places.get(node.parentId());
                if (place != null) {
                    places.put(node.id(), place);
                    standing.computeIfAbsent(place, id -> new ArrayList<>()).add(node);
                }
            }
        }
        return standing.entrySet().stream()
                .filter(place -> names.containsKey(place.getKey()))
                .map(place -> of(names.getOrDefault(place.getKey(), ""), place.getValue()))
                .sorted(Comparator.comparing((WallArea area) -> GRAVITY.indexOf(area.worst()))
                        .thenComparing(WallArea::name))
                .toList();
    }

    private static WallArea of(String name, List<AssetNode> nodes) {
        AssetNode worst = nodes.stream()
                .min(Comparator.comparing((AssetNode node) -> GRAVITY.indexOf(node.status()))
                        .thenComparing(AssetNode::name))
                .orElseThrow();
        long attention = nodes.stream()
                .filter(node -> GRAVITY.indexOf(node.status()) < GRAVITY.indexOf(AssetStatus.UNDER_MAINTENANCE))
                .count();
        return new WallArea(name, worst.status(), worst.name(), (int) attention, nodes.size());
    }
}
