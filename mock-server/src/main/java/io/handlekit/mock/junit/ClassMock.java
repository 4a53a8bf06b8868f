package io.handlekit.mock.junit;

import io.handlekit.mock.MockOpenprovider;
import java.util.Optional;
import java.util.Set;

/** The settings of a test class, and its mock if its tests share one. */
final class ClassMock implements AutoCloseable {
    private final Class<?> type;
    private final MockSettings settings;
    private final Set<MockOpenprovider> open;
    private final Optional<MockOpenprovider> shared;

    /** @param open the mocks that are open, to which this adds its own */
    ClassMock(Class<?> type, MockSettings settings, Set<MockOpenprovider> open) {
        this.type = type;
        this.settings = settings;
        this.open = open;
        shared = settings.shared() ? Optional.of(started()) : Optional.empty();
    }

    private MockOpenprovider started() {
        MockOpenprovider mock = settings.start();
        open.add(mock);
        return mock;
    }

    boolean isOf(Class<?> other) {
        return type.equals(other);
    }

    Optional<MockOpenprovider> shared() {
        return shared;
    }

    /** Returns the mock for a test: a new one, or the shared one after a reset. */
    TestMock forTest() {
        shared.ifPresent(settings::reset);
        return shared.map(mock -> new TestMock(mock, () -> {})).orElseGet(this::own);
    }

    private TestMock own() {
        MockOpenprovider mock = started();
        return new TestMock(mock, () -> close(mock));
    }

    private void close(MockOpenprovider mock) {
        open.remove(mock);
        mock.close();
    }

    @Override
    public void close() {
        shared.ifPresent(this::close);
    }

    /** The mock of one test. Closing it leaves a shared mock open. */
    record TestMock(MockOpenprovider mock, Runnable end) implements AutoCloseable {
        @Override
        public void close() {
            end.run();
        }
    }
}
