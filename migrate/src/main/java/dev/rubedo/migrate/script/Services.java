package dev.rubedo.migrate.script;

import java.util.ServiceLoader;
import java.util.stream.Stream;

/** The services that migrations look up: revisions and dialects. Stateless. */
public final class Services {

    private Services() {}

    /**
     * Returns the providers of a service without instantiating them.
     *
     * @param type the service
     * @param loader finds them
     */
    public static <T> Stream<ServiceLoader.Provider<T>> of(Class<T> type, ClassLoader loader) {
        return ServiceLoader.load(type, loader).stream();
    }
}
