package dev.leibniz.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** Spark for tests: in this JVM, or as a cluster of processes on this machine. */
final class Sessions {
    private Sessions() {}

    private static SparkSession.Builder quiet(String master) {
        return SparkSession.builder()
                .master(master)
                .appName("tests")
                .config("spark.ui.enabled", false)
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1");
    }

    /** Threads of this JVM. */
    static SparkSession threads(int count, Map<String, String> options) {
        SparkSession.Builder builder = quiet("local[" + count + "]");
        options.forEach(builder::config);
        return builder.getOrCreate();
    }

    /** Two processes of one core and 1024 MB each. They need a folder to begin in, but nothing that is installed: their class path is that of this JVM. */
    static SparkSession processes() {
        try {
            Files.createDirectories(Path.of(System.getenv("SPARK_HOME"), "jars"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return quiet("local-cluster[2,1,1024]")
                .config("spark.executor.extraClassPath", System.getProperty("java.class.path"))
                .config("spark.executor.extraJavaOptions", "-XX:TieredStopAtLevel=1")
                .config("spark.executorEnv.SPARK_SCALA_VERSION", "2.13")
                .getOrCreate();
    }
}
