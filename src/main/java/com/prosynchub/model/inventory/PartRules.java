package com.prosynchub.model.inventory;

import com.prosynchub.model.failure.Failure.Violation;
import com.prosynchub.model.failure.FieldChecks;
import java.util.List;

/** What a valid part is; the same limits as the columns'. */
public final class PartRules {
    public static final int NAME = 100;
    public static final int SKU = 50;
    public static final int CATEGORY = 50;
    public static final int SUPPLIER = 100;
    public static final int URL = 255;
    public static final String MOST_COST = "99999999.99";

    private PartRules() {}

    public static List<Violation> check(Part p) {
        return new FieldChecks()
                .required("name", p.name())
                .longest("name", p.name(), NAME)
                .required("sku", p.sku())
                .longest("sku", p.sku(), SKU)
                .longest("category", p.category(), CATEGORY)
                .number("cost", p.cost(), "0", MOST_COST, 2)
                .range("quantityInStock", p.quantityInStock(), 0, Integer.MAX_VALUE)
                .range("reorderPoint", p.reorderPoint(), 0, Integer.MAX_VALUE)
                .range("reorderQuantity", p.reorderQuantity(), 1, Integer.MAX_VALUE)
                .longest("supplier", p.supplier(), SUPPLIER)
                .longest("imageUrl", p.imageUrl(), URL)
                .violations();
    }
}
