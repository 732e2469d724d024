package dev.rubedo.backend;

import dev.rubedo.stability.Spi;
import java.util.Optional;

/**
 * A provider of backends, found by {@link java.util.ServiceLoader}. SPI. Implementations are immutable.
 */
@Spi
public interface BackendProvider {

    /**
     * Returns the backend for a URL, or empty if this provider has none.
     *
     * @param url the database URL; {@link DatabaseUrl#backend()} names the product
     */
    Optional<Backend> forUrl(DatabaseUrl url);

    /**
     * Returns the backend for a data source whose product name is known, or empty if this provider has none.
     *
     * @param product the product name as reported by the driver, such as {@code PostgreSQL}
     * @param version the product version as reported by the driver
     */
    Optional<Backend> forProduct(String product, String version);
}
