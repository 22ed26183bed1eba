package com.prosynchub.data.postgres;

import com.prosynchub.model.asset.AssetStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.NullUnmarked;

/** Row of {@code app.assets}: an asset. Foreign keys are plain keys: a tree of 100,000 rows is never walked by reference. One thread. */
@Entity
@Table(name = "assets", schema = "app")
@DynamicUpdate
@NullUnmarked // filled by reflection
class AssetEntity {
    @Id
    @Column(name = "asset_id")
    UUID id;

    @Column(name = "name", length = 100, nullable = false)
    String name;

    @Column(name = "description", columnDefinition = "text")
    String description;

    @Column(name = "asset_type_id", nullable = false)
    int assetTypeId;

    @Convert(converter = AssetStatusColumn.class)
    @Column(name = "status", length = 50, nullable = false)
    AssetStatus status;

    @Column(name = "health_score")
    Integer healthScore;

    @Column(name = "location_id")
    Integer locationId;

    @Column(name = "manufacturer", length = 100)
    String manufacturer;

    @Column(name = "model", length = 100)
    String model;

    @Column(name = "serial_number", length = 100)
    String serialNumber;

    @Column(name = "installation_date")
    LocalDate installationDate;

    // Quoted, so that Hibernate does not take a part of the function's name for the column.
    @ColumnTransformer(read = "app.asset_cost(asset_id)")
    @Column(name = "`purchase_cost`", precision = 12, scale = 2)
    BigDecimal purchaseCost;

    @Column(name = "expected_lifetime")
    Integer expectedLifetime;

    @Column(name = "warranty_expiry_date")
    LocalDate warrantyExpiryDate;

    @Column(name = "last_maintenance_date")
    LocalDate lastMaintenanceDate;

    @Column(name = "next_maintenance_date")
    LocalDate nextMaintenanceDate;

    @Column(name = "parent_asset_id")
    UUID parentAssetId;

    @Column(name = "qr_code", length = 255)
    String qrCode;

    @Column(name = "image_url", length = 255)
    String imageUrl;

    @Column(name = "created_at", insertable = false, updatable = false)
    LocalDateTime createdAt;

    @Column(name = "updated_at", insertable = false, updatable = false)
    LocalDateTime updatedAt;

    @Column(name = "created_by", insertable = false, updatable = false)
    UUID createdBy;

    @Column(name = "updated_by", insertable = false, updatable = false)
    UUID updatedBy;

    @Version
    @Column(name = "row_version", nullable = false)
    int revision;
}
