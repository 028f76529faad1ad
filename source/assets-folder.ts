import {fileURLToPath} from 'node:url';

/**
Where the bundled sample, its reference and the prices are. Both `source/` and `dist/` lie beside it.
*/
export const assetsFolder = fileURLToPath(new URL('../assets/', import.meta.url));
