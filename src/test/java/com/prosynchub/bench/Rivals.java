package com.prosynchub.bench;

import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.dataset.spi.CircularDoubleErrorDataSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart.Data;
import javafx.scene.chart.XYChart.Series;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/** The same load for the charts we compare with: so many points each, one point in and one out every 40 ms. */
final class Rivals {
    private static final long EVERY = 40;

    private Rivals() {}

    static Frames.Subject chartFx(int charts, int points) {
        Random random = new Random(1);
        List<CircularDoubleErrorDataSet> sets = new ArrayList<>();
        GridPane grid = new GridPane();
        long now = System.currentTimeMillis();
        for (int i = 0; i < charts; i++) {
            CircularDoubleErrorDataSet set = new CircularDoubleErrorDataSet("trace", points);
            for (int p = points; p > 0; p--) {
                set.add((now - p * EVERY) / 1000.0, 50 + random.nextGaussian(), 0, 0);
            }
            XYChart chart = new XYChart(new DefaultNumericAxis("s"), new DefaultNumericAxis("bar"));
            chart.getDatasets().add(set);
            chart.setAnimated(false);
            sets.add(set);
            place(grid, chart, i);
        }
        return new Frames.Subject(grid, EVERY, () -> {
            double time = System.currentTimeMillis() / 1000.0;
            sets.forEach(set -> set.add(time, 50 + random.nextGaussian(), 0, 0));
        });
    }

    static Frames.Subject lineChart(int charts, int points) {
        Random random = new Random(1);
        List<Series<Number, Number>> all = new ArrayList<>();
        GridPane grid = new GridPane();
        long now = System.currentTimeMillis();
        for (int i = 0; i < charts; i++) {
            Series<Number, Number> series = new Series<>();
            List<Data<Number, Number>> data = new ArrayList<>();
            for (int p = points; p > 0; p--) {
                data.add(new Data<>((now - p * EVERY) / 1000.0, 50 + random.nextGaussian()));
            }
            series.getData().setAll(data);
            NumberAxis time = new NumberAxis();
            time.setForceZeroInRange(false);
            NumberAxis value = new NumberAxis();
            value.setForceZeroInRange(false);
            LineChart<Number, Number> chart = new LineChart<>(time, value);
            chart.setAnimated(false);
            chart.setCreateSymbols(false);
            chart.getData().add(series);
            all.add(series);
            place(grid, chart, i);
        }
        return new Frames.Subject(grid, EVERY, () -> {
            double time = System.currentTimeMillis() / 1000.0;
            for (Series<Number, Number> series : all) {
                series.getData().removeFirst();
                series.getData().add(new Data<>(time, 50 + random.nextGaussian()));
            }
        });
    }

    private static void place(GridPane grid, Region chart, int i) {
        chart.setMinSize(0, 0);
        chart.setPrefSize(TrendBench.WIDTH / 2, TrendBench.HEIGHT / 2);
        grid.add(chart, i % 2, i / 2);
    }
}
