package dev.leibniz.training.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Hands a page and its data to browsers on this machine. */
final class LiveServer implements AutoCloseable {
    /** Browsers ask once a second. */
    private static final long PATIENCE_MILLIS = 2500;

    private final HttpServer server;
    private final ExecutorService answering = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "leibniz-page");
        thread.setDaemon(true);
        return thread;
    });
    private volatile String page = "";
    private volatile String data = "null";
    private volatile boolean isStarted;
    private volatile boolean isAsked;
    /** Open until a browser that had asked before has the last data. */
    private final CountDownLatch told = new CountDownLatch(1);

    private volatile boolean isLast;

    LiveServer(int port) throws IOException {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
        } catch (BindException e) {
            throw new BindException("port " + port + " of 127.0.0.1 is not free");
        }
        server.createContext("/", exchange -> answer(exchange, page, "text/html"));
        server.createContext("/data.json", exchange -> {
            boolean gives = isLast;
            isAsked = true;
            answer(exchange, data, "application/json");
            if (gives) {
                told.countDown();
            }
        });
        server.setExecutor(answering);
    }

    /** Begins to answer. Before that no thread of it runs. */
    void start() {
        server.start();
        isStarted = true;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    void show(String html) {
        page = html;
    }

    /** @param last whether nothing follows */
    void tell(String json, boolean last) {
        data = json;
        isLast = last;
    }

    private static void answer(HttpExchange exchange, String content, String type) throws IOException {
        try (exchange) {
            if (!exchange.getRequestURI()
                    .getPath()
                    .equals(exchange.getHttpContext().getPath())) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            boolean hasBody = !exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(200, hasBody ? bytes.length : -1);
            if (hasBody) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    /** Waits a little, so that browsers see how training ended. */
    @Override
    public void close() {
        try {
            if (isStarted && isAsked && isLast) {
                told.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.stop(0);
        answering.shutdown();
    }
}
