package dev.leibniz.training.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Hands a page and its data to browsers on this machine. */
final class LiveServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService answering = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "leibniz-page");
        thread.setDaemon(true);
        return thread;
    });
    private volatile String page = "";
    private volatile String data = "null";

    LiveServer(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
        server.createContext("/", exchange -> answer(exchange, page, "text/html"));
        server.createContext("/data.json", exchange -> answer(exchange, data, "application/json"));
        server.setExecutor(answering);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    void show(String html) {
        page = html;
    }

    void tell(String json) {
        data = json;
    }

    private static void answer(HttpExchange exchange, String content, String type) throws IOException {
        try (exchange) {
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

    @Override
    public void close() {
        server.stop(0);
        answering.shutdown();
    }
}
