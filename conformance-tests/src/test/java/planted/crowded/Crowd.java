package planted.crowded;

/** Breaks, with the 25 types below: a package has 25 files at most. */
interface Crowd {}

interface NeighbourA {}

interface NeighbourB {}

interface NeighbourC {}

interface NeighbourD {}

interface NeighbourE {}

interface NeighbourF {}

interface NeighbourG {}

interface NeighbourH {}

interface NeighbourI {}

interface NeighbourJ {}

interface NeighbourK {}

interface NeighbourL {}

interface NeighbourM {}

interface NeighbourN {}

interface NeighbourO {}

interface NeighbourP {}

interface NeighbourQ {}

interface NeighbourR {}

interface NeighbourS {}

interface NeighbourT {}

interface NeighbourU {}

interface NeighbourV {}

interface NeighbourW {}

interface NeighbourX {}

interface NeighbourY {}
