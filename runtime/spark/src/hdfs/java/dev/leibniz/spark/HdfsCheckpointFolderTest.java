package dev.leibniz.spark;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The same on a Hadoop file system of one name node and two data nodes. */
final class HdfsCheckpointFolderTest extends CheckpointFolderTest {
    private static MiniDFSCluster nodes;

    @BeforeAll
    static void start(@TempDir Path disks) throws IOException {
        Configuration hadoop = new Configuration();
        hadoop.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, disks.toString());
        nodes = new MiniDFSCluster.Builder(hadoop).numDataNodes(2).build();
        nodes.waitActive();
    }

    @AfterAll
    static void stop() {
        nodes.shutdown();
    }

    @Override
    String folder(Path local) {
        return nodes.getURI() + "/runs/" + local.getFileName();
    }
}
