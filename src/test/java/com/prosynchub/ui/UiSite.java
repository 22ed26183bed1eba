package com.prosynchub.ui;

import com.prosynchub.fixture.Records;
import com.prosynchub.fixture.SeededRoles;
import com.prosynchub.fixture.fake.FakeDocumentStore;
import com.prosynchub.fixture.fake.FakePlant;
import com.prosynchub.fixture.fake.FakeRelationalSession;
import com.prosynchub.model.asset.Asset;
import com.prosynchub.model.asset.AssetNode;
import com.prosynchub.model.metric.AssetMetric;
import com.prosynchub.service.session.SessionServices;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An empty site over the fakes with the real services of one person on it, and what a ViewModel says and asks. */
public final class UiSite {
    public final FakePlant plant = SeededRoles.plant();
    public final FakeDocumentStore documents = new FakeDocumentStore();
    public final FakeRelationalSession session;
    public final SessionServices services;
    public final NoticeLog notices = new NoticeLog();
    public final DialogLog dialogs = new DialogLog();
    public final int type;

    /** Signs a new person of that role in. */
    public UiSite(String role) {
        session = plant.session(role);
        services = SessionServices.open(session, documents, Clock.fixed(FakePlant.NOW, ZoneOffset.UTC));
        type = session.assetTypes().insert(Records.type("Pump")).id();
    }

    public static UiSite ofAdministrator() {
        return new UiSite("Administrator");
    }

    /** Stores an asset without asking the person's rights, as somebody else would. */
    public Asset asset(String name, @Nullable UUID parent) {
        return session.assets().insert(Records.asset(name, type, parent));
    }

    public AssetMetric metric(UUID asset, String name, @Nullable Double value) {
        return session.metrics().insert(Records.metric(asset, name, value));
    }

    /** The asset as the tree shows it just now. */
    public AssetNode node(UUID id) {
        return session.assets().nodes(List.of(id)).getFirst();
    }

    /** The asset as it is stored just now. */
    public Asset stored(UUID id) {
        return session.assets().find(id).orElseThrow();
    }
}
