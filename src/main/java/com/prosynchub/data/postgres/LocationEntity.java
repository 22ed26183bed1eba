package com.prosynchub.data.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.NullUnmarked;

/** Row of {@code app.locations}: a place. One thread. */
@Entity
@Table(name = "locations", schema = "app")
@DynamicUpdate
@NullUnmarked // filled by reflection
class LocationEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "location_id")
    int id;

    @Column(name = "name", length = 100, nullable = false)
    String name;

    @Column(name = "description", columnDefinition = "text")
    String description;

    @Column(name = "address", columnDefinition = "text")
    String address;

    @Column(name = "city", length = 100)
    String city;

    @Column(name = "state", length = 100)
    String state;

    @Column(name = "country", length = 100)
    String country;

    @Column(name = "postal_code", length = 20)
    String postalCode;

    @Column(name = "latitude", precision = 10, scale = 7)
    BigDecimal latitude;

    @Column(name = "longitude", precision = 10, scale = 7)
    BigDecimal longitude;

    @Column(name = "parent_location_id")
    Integer parentLocationId;

    @Column(name = "created_at", insertable = false, updatable = false)
    LocalDateTime createdAt;

    @Column(name = "updated_at", insertable = false, updatable = false)
    LocalDateTime updatedAt;

    @Version
    @Column(name = "row_version", nullable = false)
    int revision;
}
