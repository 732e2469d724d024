package dev.rubedo.spring;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Version;

@Entity(table = "accounts")
final class Account extends AccountBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 50, unique = true)
        String owner();

        long balance();

        @Version
        Long version();
    }

    Account() {}

    Account(String owner, long balance) {
        owner(owner);
        balance(balance);
    }
}
