/**
 * From data to a trained model. {@code Curves} alone needs {@code java.desktop} and XChart, which has no descriptor and so cannot go into an image: an application that
 * writes pictures requires both itself, any other runs without them.
 */
module dev.leibniz.training {
    requires transitive dev.leibniz.runtime;
    requires de.siegmar.fastcsv;
    requires jdk.httpserver;
    requires static java.desktop;
    requires static org.jspecify;
    requires static xchart;

    exports dev.leibniz.training;
    exports dev.leibniz.training.data;
    exports dev.leibniz.training.metrics;
    exports dev.leibniz.training.page;
}
