package dev.rubedo.backend;

import dev.rubedo.codec.JsonFormat;
import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.RubedoException;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A lookup of the backends and the JSON library on the class path, and the only user of {@link ServiceLoader} in this
 * module. Stateless.
 */
public final class Backends {

    private Backends() {}

    /**
     * Returns the backend for a URL.
     *
     * @throws RubedoException {@link ErrorCode#NO_DRIVER} if there is none
     */
    public static Backend forUrl(DatabaseUrl url) {
        return find(provider -> provider.forUrl(url)).orElseThrow(() -> new RubedoException(ErrorCode.NO_DRIVER,
                "No dialect named \"" + url.backend() + "\" was found on the class path. Add dev.rubedo:rubedo or "
                        + "dev.rubedo:rubedo-dialect-" + url.backend() + ", or correct the scheme of the URL \"" + url
                        + "\"."));
    }

    /**
     * Returns the backend for a product.
     *
     * @throws RubedoException
     *             {@link ErrorCode#NO_DRIVER} if there is none
     */
    public static Backend forProduct(String product, String version) {
        return find(provider -> provider.forProduct(product, version))
                .orElseThrow(() -> new RubedoException(ErrorCode.NO_DRIVER,
                        "No dialect for the product \"" + product + "\" (" + version
                                + ") was found on the class path. Add dev.rubedo:rubedo."));
    }

    /** Returns the JSON library on the class path. If there is none, the first use throws. */
    public static JsonFormat jsonFormat() {
        return new FoundJsonFormat();
    }

    /** Returns the services of a type on the class path. For use by the engine. */
    public static <S> Stream<S> services(Class<S> type) {
        return ServiceLoader.load(type).stream().map(ServiceLoader.Provider::get);
    }

    private static Optional<Backend> find(Function<BackendProvider, Optional<Backend>> question) {
        return ServiceLoader.load(BackendProvider.class).stream().map(ServiceLoader.Provider::get).map(question)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** A JSON format that looks up its library on first use. */
    private static final class FoundJsonFormat implements JsonFormat {

        private volatile @Nullable JsonFormat found;

        @Override
        public String write(Object value) {
            return found().write(value);
        }

        @Override
        public Object read(String json, Type type) {
            return found().read(json, type);
        }

        private JsonFormat found() {
            var known = found;
            if (known == null) {
                known = load().orElseThrow(() -> new RubedoException(ErrorCode.CONFIGURATION,
                        "JSON values require a JSON library. Add tools.jackson.core:jackson-databind (Jackson 3) to "
                                + "the dependencies, or supply your own format with "
                                + "Engine.builder(...).jsonFormat(...)."));
                found = known;
            }
            return known;
        }

        private static Optional<JsonFormat> load() {
            var providers = ServiceLoader.load(JsonFormat.class).stream().iterator();
            while (true) {
                try {
                    if (!providers.hasNext()) {
                        return Optional.empty();
                    }
                    return Optional.of(providers.next().get());
                } catch (ServiceConfigurationError | NoClassDefFoundError e) {
                    // its library is missing; the iterator has passed this provider
                }
            }
        }
    }
}
