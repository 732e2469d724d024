package dev.rubedo.testing;

import dev.rubedo.feature.Feature;
import dev.rubedo.testing.server.DatabaseServer;
import dev.rubedo.testing.server.TestServers;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The databases of one run, and a report about them on standard output, once each: which take part, which were excluded
 * and why, and how long they took to start. Thread-safe.
 */
@SuppressWarnings("deprecation") // JUnit before 5.13 closes nothing else
final class RunReport implements ExtensionContext.Store.CloseableResource, AutoCloseable {

    private final TestServers servers = TestServers.discover();
    private final Set<String> reported = ConcurrentHashMap.newKeySet();
    private final Map<String, Set<Feature>> features = new ConcurrentHashMap<>();
    private final AtomicLong spaces = new AtomicLong();

    /** Several JVMs, possibly on several machines, may share an external server. */
    private final String prefix = "t" + Long.toString(ProcessHandle.current().pid(), 36)
            + Long.toString(new Random().nextInt(36 * 36 * 36), 36) + "_";

    RunReport() {
        System.out.println(servers.summary());
    }

    TestServers servers() {
        return servers;
    }

    /** Opens an empty database for one test. */
    TestDatabase open(String name) {
        return new TestDatabase(name, server(name).open(prefix + spaces.incrementAndGet()), () -> open(name));
    }

    /** Returns the features that a database's dialect declares. */
    Set<Feature> features(String name) {
        return features.computeIfAbsent(name, this::readFeatures);
    }

    @Override
    public void close() {
        servers.close();
    }

    private Set<Feature> readFeatures(String name) {
        try (TestDatabase database = open(name)) {
            return Set.copyOf(database.engine().dialect().features());
        } catch (RuntimeException problem) {
            throw problem;
        } catch (Exception problem) {
            throw new IllegalStateException("The features of \"" + name + "\" could not be read", problem);
        }
    }

    private DatabaseServer server(String name) {
        long begin = System.nanoTime();
        DatabaseServer server = servers.server(name);
        if (reported.add(name)) {
            System.out.printf(Locale.ROOT, "%s ready after %.2f s%n", server.description(),
                    (System.nanoTime() - begin) / 1e9);
        }
        return server;
    }
}
