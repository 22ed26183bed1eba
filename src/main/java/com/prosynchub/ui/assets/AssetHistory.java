package com.prosynchub.ui.assets;

import com.prosynchub.model.audit.ActivityFilter;
import com.prosynchub.model.audit.RecordKey;
import com.prosynchub.service.activity.ActivityService;
import com.prosynchub.ui.kit.feed.FeedPane;
import com.prosynchub.ui.kit.feed.FeedViewModel;
import com.prosynchub.ui.kit.view.Workbench;
import java.util.Set;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The history tab: what was done to the asset and its metrics. It reads only while it is seen. FX thread. */
final class AssetHistory {
    private final ActivityService activities;
    private final FeedViewModel feed;
    private final StackPane root = new StackPane();
    private boolean visible;
    private boolean chosenTab;

    AssetHistory(ActivityService activities, Workbench bench) {
        this.activities = activities;
        feed = new FeedViewModel(bench.tasks());
        root.getStyleClass().add("psh-tab-body");
        root.getChildren().add(new FeedPane(feed, bench, "asset-history"));
    }

    Node node() {
        return root;
    }

    void show(@Nullable UUID asset) {
        if (asset == null) {
            feed.show(null);
        } else {
            ActivityFilter filter = ActivityFilter.all().about(Set.of(RecordKey.of("ASSET", asset)));
            feed.show(page -> activities.search(filter, page));
        }
    }

    void refresh() {
        feed.refresh();
    }

    /** The tab is chosen, or another one is. */
    void shown(boolean now) {
        chosenTab = now;
        feed.watch(visible && chosenTab);
    }

    /** The screen is visible. */
    void resume() {
        visible = true;
        feed.watch(chosenTab);
    }

    /** The screen is hidden. */
    void pause() {
        visible = false;
        feed.watch(false);
    }
}
