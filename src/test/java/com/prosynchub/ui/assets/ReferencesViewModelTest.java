package com.prosynchub.ui.assets;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.Records;
import com.prosynchub.model.access.Action;
import com.prosynchub.model.access.Permission;
import com.prosynchub.model.access.Resource;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.ui.UiSite;
import com.prosynchub.ui.kit.task.DirectTaskRunner;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReferencesViewModelTest {
    private final DirectTaskRunner tasks = new DirectTaskRunner();

    @Test
    void placesAreNamedByTheirWay() {
        UiSite site = new UiSite("Viewer");
        int hall = site.session
                .locations()
                .insert(Records.location("Hall 2", null))
                .id();
        int row =
                site.session.locations().insert(Records.location("Row B", hall)).id();
        ReferencesViewModel model = model(site);
        assertThat(model.referencesProperty().get()).isEqualTo(References.NONE);
        model.load();
        References references = model.referencesProperty().get();
        assertThat(references.place(row)).isEqualTo("Hall 2 / Row B");
        assertThat(references.place(null)).isEmpty();
        assertThat(references.typeName(site.type)).isEqualTo("Pump");
        assertThat(references.typeName(-1)).isEmpty();
    }

    @Test
    void whoMayReadTypesOnlyIsNotAskedForPlaces() {
        UiSite site = new UiSite("Viewer");
        site.session.locations().insert(Records.location("Hall 2", null));
        site.plant.role("Typist", Set.of(Permission.of(Resource.ASSET_TYPE, Action.READ)));
        var session = site.plant.session("Typist");
        var services = com.prosynchub.service.session.SessionServices.open(
                session, site.documents, java.time.Clock.systemUTC());
        ReferencesViewModel model =
                new ReferencesViewModel(services.gate(), services.assetTypes(), services.locations(), tasks);
        model.load();
        assertThat(model.referencesProperty().get().types()).hasSize(1);
        assertThat(model.referencesProperty().get().locations()).isEmpty();
        assertThat(tasks.unhandled()).isEmpty();
    }

    @Test
    void whatWasKnownStaysWhileTheStoreIsDown() {
        UiSite site = new UiSite("Viewer");
        ReferencesViewModel model = model(site);
        model.load();
        site.plant.failNext(new Failure.Unavailable(Failure.Store.RELATIONAL, "test"));
        model.load();
        assertThat(model.referencesProperty().get().typeName(site.type)).isEqualTo("Pump");
    }

    private ReferencesViewModel model(UiSite site) {
        return new ReferencesViewModel(
                site.services.gate(), site.services.assetTypes(), site.services.locations(), tasks);
    }
}
