package dev.rubedo.spring;

import dev.rubedo.error.DataException;
import dev.rubedo.error.DatabaseException;
import dev.rubedo.error.DeadlockException;
import dev.rubedo.error.DisconnectedException;
import dev.rubedo.error.IntegrityException;
import dev.rubedo.error.LockTimeoutException;
import dev.rubedo.error.MultipleResultsException;
import dev.rubedo.error.NoResultException;
import dev.rubedo.error.OperationalException;
import dev.rubedo.error.PoolException;
import dev.rubedo.error.ProgrammingException;
import dev.rubedo.error.RubedoException;
import dev.rubedo.error.SerializationFailureException;
import dev.rubedo.error.StatementTimeoutException;
import dev.rubedo.error.UniqueViolationException;
import dev.rubedo.orm.error.EntityNotFoundException;
import dev.rubedo.orm.error.StaleDataException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.support.PersistenceExceptionTranslator;

/**
 * A translator of Rubedo's exceptions to those of Spring, which have the original as their cause. Spring applies it to
 * classes annotated with {@code @Repository}, and {@link RubedoTransactionManager} to exceptions of a commit.
 * Stateless.
 */
public final class RubedoExceptionTranslator implements PersistenceExceptionTranslator {

    /** Creates a translator. */
    public RubedoExceptionTranslator() {}

    @Override
    public @Nullable DataAccessException translateExceptionIfPossible(RuntimeException exception) {
        return exception instanceof RubedoException ours ? translated(ours, String.valueOf(ours.getMessage())) : null;
    }

    private static DataAccessException translated(RubedoException exception, String message) {
        return switch (exception) {
            case UniqueViolationException e -> new DuplicateKeyException(message, e);
            case IntegrityException e -> new DataIntegrityViolationException(message, e);
            case DataException e -> new DataIntegrityViolationException(message, e);
            case LockTimeoutException e -> new CannotAcquireLockException(message, e);
            case DeadlockException e -> new PessimisticLockingFailureException(message, e);
            case SerializationFailureException e -> new PessimisticLockingFailureException(message, e);
            case StaleDataException e -> new OptimisticLockingFailureException(message, e);
            case StatementTimeoutException e -> new QueryTimeoutException(message, e);
            case DisconnectedException e -> new DataAccessResourceFailureException(message, e);
            case OperationalException e -> new DataAccessResourceFailureException(message, e);
            case PoolException e -> new DataAccessResourceFailureException(message, e);
            case ProgrammingException e -> new InvalidDataAccessResourceUsageException(message, e);
            case DatabaseException e -> new InvalidDataAccessResourceUsageException(message, e);
            case NoResultException e -> new EmptyResultDataAccessException(message, 1, e);
            case MultipleResultsException e -> new IncorrectResultSizeDataAccessException(message, 1, e);
            case EntityNotFoundException e -> new DataRetrievalFailureException(message, e);
            default -> new InvalidDataAccessApiUsageException(message, exception);
        };
    }
}
