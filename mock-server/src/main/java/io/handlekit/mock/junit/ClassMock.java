package io.handlekit.mock.junit;

import io.handlekit.mock.MockOpenprovider;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The settings of a test class, and its mock if its tests share one. A mock of a Spring context is always shared. */
final class ClassMock implements AutoCloseable {
    private final Class<?> type;
    private final MockSettings settings;
    private final Set<MockOpenprovider> open;
    private final Optional<Supplier<MockOpenprovider>> ofContext;
    private final Optional<MockOpenprovider> own;

    /**
     * @param open the mocks that are open, to which this adds its own
     * @param ofContext finds the mock of the Spring context, if Spring runs the class
     */
    ClassMock(
            Class<?> type,
            MockSettings settings,
            Set<MockOpenprovider> open,
            Optional<Supplier<MockOpenprovider>> ofContext) {
        this.type = type;
        this.settings = settings;
        this.open = open;
        this.ofContext = ofContext;
        own = settings.shared() && ofContext.isEmpty() ? Optional.of(started()) : Optional.empty();
    }

    private MockOpenprovider started() {
        MockOpenprovider mock = settings.start();
        open.add(mock);
        return mock;
    }

    boolean isOf(Class<?> other) {
        return type.equals(other);
    }

    /** Returns the shared mock. A test may have replaced the Spring context, and so its mock. */
    Optional<MockOpenprovider> shared() {
        return ofContext.map(Supplier::get).or(() -> own);
    }

    /** Returns the mock for a test: a new one, or the shared one after a reset. */
    TestMock forTest() {
        Optional<MockOpenprovider> shared = shared();
        shared.ifPresent(settings::reset);
        return shared.map(mock -> new TestMock(mock, () -> {})).orElseGet(this::another);
    }

    private TestMock another() {
        MockOpenprovider mock = started();
        return new TestMock(mock, () -> close(mock));
    }

    private void close(MockOpenprovider mock) {
        open.remove(mock);
        mock.close();
    }

    @Override
    public void close() {
        own.ifPresent(this::close);
    }

    /** The mock of one test. Closing it leaves a shared mock open. */
    record TestMock(MockOpenprovider mock, Runnable end) implements AutoCloseable {
        @Override
        public void close() {
            end.run();
        }
    }
}
