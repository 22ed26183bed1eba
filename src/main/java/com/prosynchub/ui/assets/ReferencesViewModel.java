package com.prosynchub.ui.assets;

import com.prosynchub.model.access.Action;
import com.prosynchub.model.access.Resource;
import com.prosynchub.model.asset.AssetType;
import com.prosynchub.model.location.Location;
import com.prosynchub.service.access.AccessGate;
import com.prosynchub.service.asset.AssetTypeService;
import com.prosynchub.service.location.LocationService;
import com.prosynchub.ui.kit.task.TaskKey;
import com.prosynchub.ui.kit.task.TaskRunner;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Types and locations for names, icons and pickers; read when the screen is shown and when they change. FX thread. */
public final class ReferencesViewModel {
    private final AccessGate gate;
    private final AssetTypeService types;
    private final LocationService locations;
    private final TaskRunner tasks;
    private final ReadOnlyObjectWrapper<References> references = new ReadOnlyObjectWrapper<>(References.NONE);

    public ReferencesViewModel(AccessGate gate, AssetTypeService types, LocationService locations, TaskRunner tasks) {
        this.gate = gate;
        this.types = types;
        this.locations = locations;
        this.tasks = tasks;
    }

    public void load() {
        tasks.run(this::read)
                .newest(TaskKey.of(this, "references"))
                .onSuccess(references::set)
                .onFailure(failure -> {}) // the tree and the detail say what is down; names follow when it is back
                .start();
    }

    private References read() {
        List<AssetType> allTypes = gate.may(Resource.ASSET_TYPE, Action.READ) ? types.all() : List.of();
        List<Location> allPlaces = gate.may(Resource.LOCATION, Action.READ) ? locations.all() : List.of();
        return new References(allTypes, allPlaces);
    }

    public ReadOnlyObjectProperty<References> referencesProperty() {
        return references.getReadOnlyProperty();
    }
}
