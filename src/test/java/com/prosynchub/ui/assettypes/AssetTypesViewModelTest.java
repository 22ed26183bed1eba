package com.prosynchub.ui.assettypes;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.model.asset.AssetType;
import com.prosynchub.ui.SamplePlant;
import com.prosynchub.ui.kit.dialog.Conflict.Difference;
import com.prosynchub.ui.kit.notice.Notices;
import com.prosynchub.ui.kit.task.DirectTaskRunner;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AssetTypesViewModelTest {
    private final SamplePlant site = new SamplePlant("Manager");
    private final AssetTypesViewModel model =
            new AssetTypesViewModel(site.services.assetTypes(), new DirectTaskRunner(), Notices.none());

    @BeforeEach
    void load() {
        model.load();
    }

    private AssetType named(String name) {
        return model.types().stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void createsAndEdits() {
        model.begin();
        model.name.set("Agitator");
        assertThat(model.form().isDirty()).isTrue();
        model.form().save();
        assertThat(model.types()).extracting(AssetType::name).contains("Agitator");
        model.icon.set("ci-rotate");
        model.form().save();
        assertThat(named("Agitator").icon()).isEqualTo("ci-rotate");
        assertThat(model.form().isDirty()).isFalse();
    }

    @Test
    void aNameIsRequired() {
        model.begin();
        model.name.set(" ");
        model.form().save();
        assertThat(model.form().invalidProperty().get()).isNotNull();
    }

    @Test
    void aConflictShowsBothUntilThePersonChose() {
        AssetType pump = named("Pump");
        model.form().choose(pump);
        site.session.assetTypes().update(new AssetType(pump.id(), "Pump, any", null, pump.icon(), pump.revision()));
        model.name.set("Pumps");
        model.form().save();
        assertThat(model.name.get()).isEqualTo("Pumps");
        assertThat(model.form().isDirty()).isTrue();
        assertThat(Objects.requireNonNull(model.form().conflict().property().get())
                        .differences())
                .containsExactly(new Difference("name", "Pumps", "Pump, any"));
        model.form().conflict().decideLater();
        model.form().save();
        assertThat(model.form().conflict().property().get())
                .as("nothing is written over theirs unasked")
                .isNotNull();
        assertThat(named("Pump, any").revision()).isEqualTo(pump.revision() + 1);
        model.form().conflict().keepMine();
        assertThat(model.form().conflict().property().get()).isNull();
        assertThat(named("Pumps").id()).isEqualTo(pump.id());
    }

    @Test
    void theirsCanBeTaken() {
        AssetType pump = named("Pump");
        model.form().choose(pump);
        site.session.assetTypes().update(new AssetType(pump.id(), "Pump, any", null, pump.icon(), pump.revision()));
        model.name.set("Pumps");
        model.form().save();
        model.form().conflict().takeTheirs();
        assertThat(model.name.get()).isEqualTo("Pump, any");
        assertThat(model.form().isDirty()).isFalse();
        assertThat(model.types()).extracting(AssetType::name).doesNotContain("Pumps");
    }

    @Test
    void aTypeInUseStays() {
        AssetType pump = named("Pump");
        model.form().choose(pump);
        model.delete(pump, "never used");
        assertThat(model.types()).contains(pump);
    }

    @Test
    void discardingGoesBack() {
        model.form().choose(named("Pump"));
        model.name.set("x");
        model.form().discard();
        assertThat(model.name.get()).isEqualTo("Pump");
        assertThat(model.form().isDirty()).isFalse();
    }
}
