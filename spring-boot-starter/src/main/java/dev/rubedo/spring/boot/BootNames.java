package dev.rubedo.spring.boot;

/** The names of configurations of Spring Boot, which have moved from version 3 to version 4. Stateless. */
final class BootNames {

    static final String DATA_SOURCE_4 = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration";
    static final String DATA_SOURCE_3 = "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration";
    static final String MANAGER_4 = "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration";
    static final String MANAGER_3 = "org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration";
    static final String TRANSACTION_4 = "org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration";
    static final String TRANSACTION_3 = "org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration";

    private BootNames() {}
}
