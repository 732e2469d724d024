package dev.rubedo.examples.web;

/** Starts the application: {@code main [url of the database] [port]}. */
public final class Main {

    private Main() {}

    /**
     * Starts the application, which runs until the process is stopped.
     *
     * @param arguments the URL of the database, by default a file of SQLite, and the port, by default 8080
     */
    public static void main(String[] arguments) {
        var database = new Database(arguments.length > 0 ? arguments[0] : "sqlite:///blog.db");
        var web = new Web(database);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            web.close();
            database.close();
        }));
        int port = web.start(arguments.length > 1 ? Integer.parseInt(arguments[1]) : 8080);
        System.out.println("Open http://127.0.0.1:" + port + "/ in a browser. Stop with Ctrl-C.");
    }
}
