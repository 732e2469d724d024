package dev.rubedo.testing.server;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The databases that take part in this run. Each is started on first use, once, and stopped when this object is closed.
 * One that could not be started is not retried but fails every test that needs it. {@code RUBEDO_DIALECTS} (or the
 * system property {@code rubedo.dialects}) lists the databases to test, separated by commas. By default, all take part
 * whose driver is on the class path, except those that are only available on request. Thread-safe.
 */
public final class TestServers implements AutoCloseable {

    private static final String VARIABLE = "RUBEDO_DIALECTS";

    private final Map<String, Slot> slots = new LinkedHashMap<>();
    private final Optional<Set<String>> chosen;

    private TestServers(List<DatabaseServerProvider> providers, Optional<String> choice) {
        providers.forEach(provider -> slots.put(provider.name(), new Slot(provider)));
        chosen = choice.map(this::parse);
    }

    /** Finds the databases by {@link ServiceLoader} and the choice in the environment. */
    public static TestServers discover() {
        ClassLoader loader = TestServers.class.getClassLoader();
        return of(ServiceLoader.load(DatabaseServerProvider.class, loader).stream().map(ServiceLoader.Provider::get)
                .toList(), ServerStart.setting(VARIABLE));
    }

    /** Returns the given databases; {@code choice} is used instead of {@code RUBEDO_DIALECTS}. */
    static TestServers of(List<DatabaseServerProvider> providers, Optional<String> choice) {
        return new TestServers(providers, choice);
    }

    /**
     * Returns the databases on which a test runs, in a fixed order; possibly empty, but only by an explicit setting.
     *
     * @param only the databases that the test lists; empty for all that take part
     * @param except the databases that it excludes
     * @throws IllegalArgumentException if a name is unknown
     */
    public List<String> select(List<String> only, List<String> except) {
        only.forEach(this::slot);
        except.forEach(this::slot);
        return slots.keySet().stream().filter(name -> only.isEmpty() || only.contains(name))
                .filter(name -> !except.contains(name)).filter(name -> takesPart(name, !only.isEmpty())).toList();
    }

    /** Returns whether tests connect to this database over a network. */
    public boolean hasNetwork(String name) {
        return slot(name).provider.hasNetwork();
    }

    /** Returns the server with this name, starting it on first use. */
    public DatabaseServer server(String name) {
        return slot(name).server();
    }

    /** Returns one line about the databases that take part in this run and those excluded, with reasons. */
    public String summary() {
        var left = new ArrayList<String>();
        var driverless = slots.values().stream().map(slot -> slot.provider)
                .filter(provider -> chosen.isEmpty() && lacksDriver(provider)).map(DatabaseServerProvider::name)
                .toList();
        for (Slot slot : slots.values()) {
            String name = slot.provider.name();
            if (!takesPart(name, false) && (driverless.size() < 2 || !driverless.contains(name))) {
                left.add(name + " (" + reason(slot.provider) + ")");
            }
        }
        if (driverless.size() > 1) {
            left.add(String.join(", ", driverless) + " (no drivers on the class path)");
        }
        return "Databases of this run: " + String.join(", ", select(List.of(), List.of()))
                + (left.isEmpty() ? "" : ". Left out: " + String.join(", ", left));
    }

    /** Stops everything that was started. */
    @Override
    public void close() {
        slots.values().forEach(Slot::close);
    }

    /** A database that a test lists is never skipped because its driver is missing; it fails instead. */
    private boolean takesPart(String name, boolean named) {
        if (chosen.isPresent()) {
            return chosen.get().contains(name);
        }
        DatabaseServerProvider provider = slot(name).provider;
        return provider.missing().isEmpty() ? provider.optIn().isEmpty() : named && provider.optIn().isEmpty();
    }

    private static boolean lacksDriver(DatabaseServerProvider provider) {
        return provider.missing().filter(reason -> reason.startsWith("no driver")).isPresent();
    }

    private String reason(DatabaseServerProvider provider) {
        return chosen.isPresent()
                ? "not in " + VARIABLE
                : provider.missing().or(provider::optIn).orElse("");
    }

    private Set<String> parse(String choice) {
        Set<String> names = Arrays.stream(choice.split(",")).map(String::strip).filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        names.forEach(this::slot);
        if (names.isEmpty()) {
            throw new IllegalArgumentException(VARIABLE + " names no database; known are " + known());
        }
        return names;
    }

    private Slot slot(String name) {
        Slot slot = slots.get(name);
        if (slot == null) {
            throw new IllegalArgumentException("There is no database \"" + name + "\"; known are " + known());
        }
        return slot;
    }

    private String known() {
        return String.join(", ", slots.keySet());
    }

    private static final class Slot {

        private final DatabaseServerProvider provider;
        private @Nullable DatabaseServer server;
        private @Nullable RuntimeException failure;

        Slot(DatabaseServerProvider provider) {
            this.provider = provider;
        }

        synchronized DatabaseServer server() {
            if (failure != null) {
                throw failure;
            }
            if (server == null) {
                try {
                    provider.missing().ifPresent(what -> {
                        throw new ServerUnavailableException(provider.name(), what,
                                "Add it, or leave the database out by " + VARIABLE + ".", null);
                    });
                    server = provider.start();
                } catch (RuntimeException problem) {
                    failure = problem;
                    throw problem;
                }
            }
            return server;
        }

        synchronized void close() {
            if (server != null) {
                server.close();
                server = null;
            }
        }
    }
}
