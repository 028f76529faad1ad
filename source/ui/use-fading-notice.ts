import {useEffect} from 'react';
import {type Notice, type NoticeEvent, noticeMs} from './notice.js';

/**
Lets a notice fade when it has stood long enough to be read.
*/
export const useFadingNotice = (notice: Notice | undefined, dispatch: (event: NoticeEvent) => void): void => {
	useEffect(() => {
		if (!notice) {
			return undefined;
		}

		const timer = setTimeout(() => dispatch({type: 'notice-faded', notice}), noticeMs(notice));
		return () => clearTimeout(timer);
	}, [notice, dispatch]);
};
