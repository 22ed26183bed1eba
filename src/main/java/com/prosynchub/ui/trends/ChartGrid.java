package com.prosynchub.ui.trends;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Lays the charts of a page out in equal cells; where they would become too low to read the page scrolls. FX thread. */
final class ChartGrid extends Pane {
    private static final double GAP = 12;

    /** Room that can be seen, which decides how the cells fall. */
    private double seenHeight;

    ChartGrid() {
        setId("chart-grid");
    }

    void setSeenHeight(double height) {
        if (height != seenHeight) {
            seenHeight = height;
            requestLayout();
        }
    }

    int columns() {
        return columns(getWidth());
    }

    private int columns(double width) {
        return PageLayout.columns(Math.max(1, getManagedChildren().size()), width, seenHeight);
    }

    /** How many rows there are, and so the height, follows from the width. */
    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinHeight(double width) {
        int rows = PageLayout.rows(getManagedChildren().size(), columns(width < 0 ? getWidth() : width));
        Insets insets = getInsets();
        return rows * PageLayout.LEAST_HEIGHT + (rows - 1) * GAP + insets.getTop() + insets.getBottom();
    }

    @Override
    protected double computePrefHeight(double width) {
        return computeMinHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return PageLayout.LEAST_WIDTH;
    }

    @Override
    protected void layoutChildren() {
        int columns = columns();
        int rows = PageLayout.rows(getManagedChildren().size(), columns);
        Insets insets = getInsets();
        double cellWidth = (getWidth() - insets.getLeft() - insets.getRight() - (columns - 1) * GAP) / columns;
        double cellHeight = (getHeight() - insets.getTop() - insets.getBottom() - (rows - 1) * GAP) / rows;
        int at = 0;
        for (Node child : getManagedChildren()) {
            double x = insets.getLeft() + at % columns * (cellWidth + GAP);
            double y = insets.getTop() + Math.floorDiv(at, columns) * (cellHeight + GAP);
            child.resizeRelocate(snapPositionX(x), snapPositionY(y), snapSizeX(cellWidth), snapSizeY(cellHeight));
            at++;
        }
    }
}
