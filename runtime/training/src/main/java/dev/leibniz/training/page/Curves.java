package dev.leibniz.training.page;

import dev.leibniz.runtime.io.AtomicFile;
import dev.leibniz.training.History;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The curves of a run as a picture for documents: the loss, below it each metric. */
public final class Curves {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 320;
    private static final Color TRAINING = new Color(0x3b76ab);
    private static final Color VALIDATION = new Color(0xb5622b);

    private Curves() {}

    /** Writes a PNG file, {@value #WIDTH} pixels wide and {@value #HEIGHT} high for each curve. */
    public static void writePng(History history, Path file) throws IOException {
        List<BufferedImage> charts = new ArrayList<>();
        for (int i = 0; i <= history.metrics().size(); i++) {
            charts.add(BitmapEncoder.getBufferedImage(chart(history, i)));
        }
        BufferedImage all = new BufferedImage(WIDTH, HEIGHT * charts.size(), BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = all.createGraphics();
        for (int i = 0; i < charts.size(); i++) {
            canvas.drawImage(charts.get(i), 0, HEIGHT * i, null);
        }
        canvas.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(all, "png", bytes);
        AtomicFile.write(file, bytes.toByteArray());
    }

    private static XYChart chart(History history, int number) {
        String name = number == 0 ? "loss" : history.metrics().get(number - 1);
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(name)
                .xAxisTitle("epoch")
                .build();
        chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideE);
        chart.getStyler().setChartBackgroundColor(Color.WHITE);
        chart.getStyler().setPlotBorderVisible(false);
        double[] epochs = new double[history.epochs().size()];
        Arrays.setAll(epochs, i -> i + 1);
        add(
                chart,
                "training",
                epochs,
                history.epochs().stream().mapToDouble(epoch -> epoch.training()[number]),
                TRAINING);
        add(
                chart,
                "validation",
                epochs,
                history.epochs().stream().mapToDouble(epoch -> epoch.validation()[number]),
                VALIDATION);
        return chart;
    }

    /** Adds a curve, if there is a number on it. */
    private static void add(
            XYChart chart, String name, double[] epochs, java.util.stream.DoubleStream values, Color colour) {
        double[] numbers =
                values.map(value -> Double.isFinite(value) ? value : Double.NaN).toArray();
        if (Arrays.stream(numbers).anyMatch(Double::isFinite)) {
            XYSeries series = chart.addSeries(name, epochs, numbers);
            series.setLineColor(colour);
            series.setMarker(SeriesMarkers.NONE);
        }
    }
}
