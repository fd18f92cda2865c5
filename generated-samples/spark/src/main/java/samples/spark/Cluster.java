package samples.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** A cluster of processes on this machine, of which nothing needs to be installed: their class path is that of this JVM. */
final class Cluster implements AutoCloseable {
    private final SparkSession session;

    private Cluster(SparkSession session) {
        this.session = session;
    }

    /** Two processes of one core and 1024 MB each, which begin in the folder that the environment calls SPARK_HOME. */
    static Cluster start() throws IOException {
        String home = System.getenv("SPARK_HOME");
        if (home == null) {
            throw new IllegalStateException("SPARK_HOME must name a folder in which processes may begin");
        }
        Files.createDirectories(Path.of(home, "jars"));
        return new Cluster(SparkSession.builder()
                .master("local-cluster[2,1,1024]")
                .appName("regions")
                .config("spark.ui.enabled", false)
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.executor.extraClassPath", System.getProperty("java.class.path"))
                .config("spark.executorEnv.SPARK_SCALA_VERSION", "2.13")
                .getOrCreate());
    }

    JavaSparkContext context() {
        return JavaSparkContext.fromSparkContext(session.sparkContext());
    }

    @Override
    public void close() {
        session.stop();
    }
}
