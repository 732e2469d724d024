package dev.rubedo.examples.micronaut;

import io.micronaut.runtime.Micronaut;

/** Starts the application. Stateless. */
public final class Application {

    private Application() {}

    /** Starts the server. */
    public static void main(String[] arguments) {
        Micronaut.run(Application.class, arguments);
    }
}
